package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;

/**
 * Where a request comes from.
 *
 * @param address the other end of the connection
 * @param local true when that is this machine, named as such, with no sign of a proxy between
 */
record Caller(String address, boolean local) implements Serializable {
    private static final long serialVersionUID = 1L;
    /** A proxy on this machine makes the whole world look local; any of these gives it away. */
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    static Caller of(HttpServletRequest request) {
        return new Caller(
                request.getRemoteAddr(), comesFromThisMachine(request) && namesThisMachine(request.getServerName()));
    }

    /** True when a program on this machine, and no proxy, speaks to us under a name that is not this machine's. */
    static boolean isForeignNameForThisMachine(HttpServletRequest request) {
        return comesFromThisMachine(request) && !namesThisMachine(request.getServerName());
    }

    private static boolean comesFromThisMachine(HttpServletRequest request) {
        return isLoopback(request.getRemoteAddr())
                && PROXY_HEADERS.stream().allMatch(header -> request.getHeader(header) == null);
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }

    /** A foreign name that resolves to this machine is an attack on the browser (DNS rebinding). */
    private static boolean namesThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]") || name.equals("::1");
    }
}
