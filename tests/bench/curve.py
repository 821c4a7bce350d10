# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws time and memory against the number of rows, both axes logarithmic: what is linear is a straight line."""
import math

WIDTH, HEIGHT, LEFT, TOP, RIGHT, BOTTOM = 760, 440, 70, 40, 150, 60
SERIES = (('ms', 'Time', 'ms', '#1c71d8'), ('megabytes', 'Memory', 'MB', '#c64600'))


def label(value):
    return f'{value:,.0f}' if value >= 1 else f'{value:g}'


def draw(points):
    """Returns the text of an SVG file."""
    values = [max(point[name], 0.1) for point in points for name, *_ in SERIES]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(points[0]['rows']), math.log10(points[-1]['rows'])

    def x_of(rows):
        return LEFT + (math.log10(rows) - first) / (last - first) * (WIDTH - LEFT - RIGHT)

    def y_of(value):
        return HEIGHT - BOTTOM - (math.log10(max(value, 0.1)) - low) / (high - low) * (HEIGHT - TOP - BOTTOM)

    lines = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif"'
             f' font-size="13">',
             f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>',
             f'<text x="{LEFT}" y="24" font-size="15">Loading a workspace without a window</text>']
    for power in range(low, high + 1):
        y = y_of(10 ** power)
        lines.append(f'<line x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        lines.append(f'<text x="{LEFT - 8}" y="{y + 4:.1f}" text-anchor="end">{label(10 ** power)}</text>')
    for power in range(math.ceil(first), math.floor(last) + 1):
        x = x_of(10 ** power)
        lines.append(f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{TOP}" y2="{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        lines.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{label(10 ** power)}</text>')
    lines.append(f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 16}" text-anchor="middle">Rows</text>')
    for name, title, unit, colour in SERIES:
        places = [(x_of(point['rows']), y_of(point[name])) for point in points]
        path = ' '.join(f'{x:.1f},{y:.1f}' for x, y in places)
        lines.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        lines += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
        x, y = places[-1]
        value = points[-1][name]
        lines.append(f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" fill="{colour}">{title}: {value:,.0f} {unit}</text>')
    lines.append('</svg>')
    return '\n'.join(lines) + '\n'
