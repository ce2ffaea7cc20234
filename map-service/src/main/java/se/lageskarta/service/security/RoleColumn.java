package se.lageskarta.service.security;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Writes a role as its code. */
@Converter
class RoleColumn implements AttributeConverter<Role, String> {
    @Override
    public String convertToDatabaseColumn(Role role) {
        return role.code();
    }

    @Override
    public Role convertToEntityAttribute(String code) {
        return Role.of(code);
    }
}
