"""Pure functions about bodies: measures, energy, paces, sleep."""
