"""Documents that the AVG asks for, generated from what is really set: facts in, a document out (pure)."""
