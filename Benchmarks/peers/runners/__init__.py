"""One module for each solver Hantar is measured against, with the settings its own guide gives."""
