package se.lageskarta.service.exports;

import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the notes in front of every handler. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class ExportsConfiguration implements WebMvcConfigurer {
    private final NoteExports noting;

    ExportsConfiguration(NoteExports noting) {
        this.noting = noting;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(noting);
    }
}
