"""How people get an account, sign in, and prove that it is them."""
