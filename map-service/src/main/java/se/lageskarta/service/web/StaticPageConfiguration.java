package se.lageskarta.service.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Serves the page's files from the jar of module web-map, and the webjars. The pages themselves are asked for each
 * time; what they are made of has addresses that last ({@link PageFiles}). The same files under the addresses of an
 * earlier build, which an open page still asks for, and under their plain ones are checked each time.
 */
@Configuration(proxyBeanMethods = false)
class StaticPageConfiguration implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/";
    /** A year, the most that is understood (RFC 9111 §5.2.2.1 names no other limit). */
    private static final CacheControl LASTING =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final PageFiles files;

    StaticPageConfiguration(PageFiles files) {
        this.files = files;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // security lets only the addresses of StaticPages come here
        registry.addResourceHandler("/webjars/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(LASTING)
                .resourceChain(true)
                .addResolver(new EncodedResourceResolver())
                .addResolver(new PathResourceResolver());
        registry.addResourceHandler(PageFiles.ROOT + files.build() + "/**")
                .addResourceLocations(FILES)
                .setCacheControl(LASTING);
        registry.addResourceHandler(PageFiles.ROOT + "*/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache().cachePublic())
                .resourceChain(true)
                .addResolver(new AnyBuild());
        registry.addResourceHandler("/*.html")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache().cachePublic())
                // a page changes with the files that it names, whatever the time of its own file
                .setUseLastModified(false)
                .setEtagGenerator(page -> "W/\"" + files.build() + '"')
                .resourceChain(true)
                .addTransformer((request, page, chain) -> withLastingAddresses(chain.transform(request, page)));
        registry.addResourceHandler("/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache().cachePublic());
    }

    private Resource withLastingAddresses(Resource page) throws IOException {
        String text = page.getContentAsString(StandardCharsets.UTF_8);
        return new TransformedResource(page, files.in(text).getBytes(StandardCharsets.UTF_8));
    }

    /** Finds {@code 0123456789abcdef/map/app.js} as {@code map/app.js}. */
    private static final class AnyBuild extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            return super.getResource(path.substring(path.indexOf('/') + 1), location);
        }
    }
}
