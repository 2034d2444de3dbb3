"""PostgreSQL as Django knows it, with the bound on values of statements whose values travel apart from them."""
