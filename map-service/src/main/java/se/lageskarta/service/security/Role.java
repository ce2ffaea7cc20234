package se.lageskarta.service.security;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a person is in the work; decides what they see and may do. The public has no role. */
public enum Role {
    EST_MEMBER("est-member"),
    EST_COORDINATOR("est-coordinator"),
    PLANNER("planner"),
    COMMUNICATOR("communicator"),
    STEERING("steering"),
    ADMIN("admin"),
    AUDITOR("auditor"),
    REPORTER("reporter");

    private final String code;

    Role(String code) {
        this.code = code;
    }

    /** As it is written in files, answers and the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** As Spring Security knows it. */
    String authority() {
        return "ROLE_" + code;
    }

    public static Role of(String code) {
        for (Role role : values()) {
            if (role.code.equals(code)) {
                return role;
            }
        }
        throw new IllegalArgumentException("role is '" + code + "', but must be one of "
                + Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", ")));
    }
}
