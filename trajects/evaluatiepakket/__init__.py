"""What VDAB is told at an evaluation: from the record, with what is still missing."""
