package se.lageskarta.service.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import se.lageskarta.service.web.ExpectedVersion;
import se.lageskarta.service.web.Parameters;

/** Accounts (konton), for administrators. */
@RestController
class AccountsController {
    /** An account as it is told, never with a password. */
    record Told(
            String username,
            String displayName,
            String organisation,
            List<Role> roles,
            boolean demo,
            boolean disabled,
            long version) {
        static Told of(Account account) {
            return new Told(
                    account.username(),
                    account.displayName(),
                    account.organisation(),
                    account.roles().stream().sorted().toList(),
                    account.isDemo(),
                    account.isDisabled(),
                    account.version());
        }
    }

    record ToldAll(List<Told> accounts) {}

    /** A new account with the password made for it, told this once. */
    record MadeAccount(
            String username,
            String displayName,
            String organisation,
            List<Role> roles,
            boolean demo,
            boolean disabled,
            long version,
            String password) {}

    record NewPassword(String username, String password) {}

    /** What is sent to make or change an account; the username counts only when one is made. */
    record Sent(
            @Nullable String username,
            @Nullable String displayName,
            @Nullable String organisation,
            @Nullable List<String> roles,
            @Nullable Boolean disabled) {}

    private final Accounts accounts;
    private final EditAccounts editing;

    AccountsController(Accounts accounts, EditAccounts editing) {
        this.accounts = accounts;
        this.editing = editing;
    }

    @GetMapping("/api/accounts")
    ResponseEntity<ToldAll> all(HttpServletRequest request) {
        Parameters.of(request.getParameterMap(), Set.of());
        return told(
                ResponseEntity.ok(),
                new ToldAll(accounts.all().stream().map(Told::of).toList()));
    }

    @PostMapping("/api/accounts")
    ResponseEntity<MadeAccount> make(@RequestBody Sent sent) {
        EditAccounts.Made made =
                editing.make(text(sent.username), text(sent.displayName), text(sent.organisation), roles(sent));
        Told told = Told.of(made.account());
        String name = URLEncoder.encode(told.username, StandardCharsets.UTF_8);
        return told(
                ResponseEntity.created(URI.create("/api/accounts/" + name)),
                new MadeAccount(
                        told.username,
                        told.displayName,
                        told.organisation,
                        told.roles,
                        told.demo,
                        told.disabled,
                        told.version,
                        made.password()));
    }

    @PutMapping("/api/accounts/{username}")
    ResponseEntity<Told> change(
            @PathVariable String username,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Sent sent) {
        Account changed = editing.change(
                username,
                ExpectedVersion.of(ifMatch),
                text(sent.displayName),
                text(sent.organisation),
                roles(sent),
                Boolean.TRUE.equals(sent.disabled));
        return told(ResponseEntity.ok().eTag("\"v" + changed.version() + "\""), Told.of(changed));
    }

    @PostMapping("/api/accounts/{username}/password")
    ResponseEntity<NewPassword> renewPassword(@PathVariable String username) {
        EditAccounts.Made made = editing.renewPassword(username);
        return told(ResponseEntity.ok(), new NewPassword(username, made.password()));
    }

    private static <T> ResponseEntity<T> told(ResponseEntity.BodyBuilder answer, T body) {
        return answer.cacheControl(CacheControl.noStore()).body(body);
    }

    private static String text(@Nullable String sent) {
        return Objects.requireNonNullElse(sent, "");
    }

    private static List<String> roles(Sent sent) {
        List<String> roles = Objects.requireNonNullElse(sent.roles, List.of());
        return roles.stream().map(AccountsController::text).toList();
    }
}
