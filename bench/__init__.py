"""Where every figure that Meum claims comes from: speed and memory, long loads, accuracy."""
