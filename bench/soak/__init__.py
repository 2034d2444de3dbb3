"""What takes long: each module is one part, with `run(report)`, bounded, ending by itself."""
