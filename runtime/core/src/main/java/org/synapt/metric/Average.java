package org.synapt.metric;

/** How what is measured class by class becomes one number. */
public enum Average {
  /** The counts of all classes are added up first; each yes or no counts the same. */
  MICRO,
  /** The mean over the classes; each class counts the same, however rare it is. */
  MACRO,
  /** The mean over the classes, each as often as it is the right one. */
  WEIGHTED
}
