package se.lageskarta.service.bench;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers. */
final class Json {
    private Json() {}

    static JsonNode at(String body, String member) {
        return JsonMapper.shared().readTree(body).get(member);
    }
}
