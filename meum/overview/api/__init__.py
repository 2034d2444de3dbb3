"""The REST door of what spans all apps: days and sync; here all addresses of the API come together."""
