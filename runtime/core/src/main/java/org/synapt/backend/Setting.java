package org.synapt.backend;

/**
 * What somebody has set outside the code.
 *
 * @param value the value
 * @param origin where it is set, for people
 */
record Setting(String value, String origin) {}
