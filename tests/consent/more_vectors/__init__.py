"""Vectors of our own, made from the rules one by one: what each rule lets pass, and what it stops."""
