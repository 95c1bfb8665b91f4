package org.weighbridge.gui.workbench;

/** What an accuracy of the network at hand waits for. */
public enum Awaited {
  /** Nothing: it is there, or there are no data. */
  NOTHING,
  /** Data are being read; the network is measured on them thereafter. */
  DATA,
  /** The network before coding is being measured on data that were read before. */
  BASELINE
}
