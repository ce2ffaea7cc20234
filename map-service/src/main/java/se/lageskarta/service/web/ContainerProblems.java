package se.lageskarta.service.web;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the container refuses before any of our code sees it (an encoded slash in a path, a broken request line) is
 * answered as a problem too, not as the container's own page. Made by the container, so without Spring.
 */
public final class ContainerProblems extends ErrorReportValve {
    private static final int FIRST_ERROR = 400;

    private final Problems problems = new Problems(JsonMapper.shared(), new Texts());

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            problems.send(request, response, status, StatusCodes.code(status));
            response.finishResponse();
        } catch (IOException gone) {
            container.getLogger().debug("nobody there to be answered", gone);
        }
    }
}
