"""When something can or must be asked about an advice: the strip of one employee, and everybody."""
