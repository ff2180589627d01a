"""Charts: what is drawn as lines of text, for any face, and the series that are worth drawing.

The drawing modules (drawing, axes, lines, bars, heatmap, sparkline) are pure: they take days, numbers and a size, and
return lines of text with spans that say what each part is. They know no terminal and no colour, and need none: what
colours would tell is told by signs. Texts of people never enter them, so a face shows titles itself.
"""
