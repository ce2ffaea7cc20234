package se.lageskarta.service.catalogue;

/** Told when types or the meaning of words have been saved. */
public record CodesChanged() {}
