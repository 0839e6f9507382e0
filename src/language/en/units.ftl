# English names of units are in the quantity layer.
