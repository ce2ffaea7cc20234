package se.lageskarta.service.walks;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pages of a walk, on a phone and as a protocol; what stands in them is asked for with the reader's own rights. */
@Controller
class WalkPageController {
    @GetMapping("/walk/{id}")
    String walk(@PathVariable String id) {
        return "forward:/walk.html";
    }

    @GetMapping("/walk/{id}/protocol")
    String protocol(@PathVariable String id) {
        return "forward:/walk-protocol.html";
    }
}
