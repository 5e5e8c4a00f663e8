package org.synapt.processor.model;

/**
 * A mask that comes to an end where its steps go on, or in a layer that does not know masks.
 *
 * @param entry where it ends
 * @param maker the name of the entry that made the mask
 */
public record LostMask(Entry entry, String maker) {}
