# SPDX-License-Identifier: GPL-3.0-or-later
"""The colours that the style sheets name can be read, and what is made paler can be, too.

The ratios are those of WCAG 2.1: 4.5 for texts, 7 where the user asks for high contrast, and 3 for
what is drawn. What the map draws is tested with its themes.
"""

import re

import tree

COLOR = re.compile(r'@define-color (\w+) #([0-9a-f]{6});')
RULE = re.compile(r'([^{}]+)\{([^{}]*)\}')
OPACITY = re.compile(r'\bopacity: ([0-9.]+);')
TINT = re.compile(r'background-color: alpha\(@(tl_\w+), ([0-9.]+)\)')

WORDS = ['tl_good', 'tl_watch', 'tl_act', 'tl_high', 'tl_low']
DRAWN = ['tl_act_fill']

# Windows, views and bars of libadwaita 1.2; a card of the dark theme is a little lighter.
LIGHT = ['fafafa', 'ffffff', 'ebebeb']
DARK = ['242424', '1e1e1e', '303030', '363636']

# Of the ink of the theme, what its texts have.
INKS = {'light': ('000000', 0.8, LIGHT), 'dark': ('ffffff', 1, DARK)}

# What has gone for now, or is beside what was asked for, is meant to be overlooked.
OVERLOOKED = {'outline-row.rest', 'outline-row.cut'}


def parse(code):
    return [int(code[i:i + 2], 16) / 255 for i in (0, 2, 4)]


def mix(over, ground, alpha):
    return [a * alpha + b * (1 - alpha) for a, b in zip(over, ground)]


def get_luminance(color):
    parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in color]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def get_contrast(a, b):
    brighter, darker = sorted((get_luminance(a), get_luminance(b)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def check(what, a, b, least):
    """A problem, or nothing."""
    contrast = get_contrast(a, b)
    return [f'{what}: {contrast:.2f} is less than {least}'] if contrast < least else []


def read_colors(*names):
    colors = {}
    for name in names:
        colors.update(COLOR.findall(tree.read(f'src/ui/{name}.css')))
    return {name: parse(code) for name, code in colors.items()}


def check_colors(theme, colors, grounds, least):
    problems = []
    for ground in map(parse, grounds):
        for name in WORDS:
            problems += check(f'{theme}: {name}', colors[name], ground, least)
        for name in DRAWN:
            problems += check(f'{theme}: {name}', colors[name], ground, 3)
        for name, alpha in TINT.findall(tree.read('src/ui/style.css')):
            word = 'tl_act' if name == 'tl_act_fill' else name
            tinted = mix(colors[name], ground, float(alpha))
            problems += check(f'{theme}: {word} on its tint', colors[word], tinted, 4.5)
    return problems


def list_pale():
    """The rules that make something paler, with how much of it is left."""
    for selector, body in RULE.findall(tree.read('src/ui/style.css')):
        found = OPACITY.search(body)
        selectors = re.sub(r'/\*.*?\*/', '', selector, flags=re.DOTALL).split(',')
        if found and float(found[1]) > 0:
            yield from ((name.strip(), float(found[1])) for name in selectors)


def check_pale():
    problems = []
    for selector, opacity in list_pale():
        if selector in OVERLOOKED:
            continue
        for theme, (ink, alpha, grounds) in INKS.items():
            for ground in map(parse, grounds):
                text = mix(parse(ink), ground, alpha * opacity)
                problems += check(f'{theme}: {selector}', text, ground, 4.5)
    return problems


def main():
    problems = check_colors('light', read_colors('style'), LIGHT, 4.5)
    problems += check_colors('dark', read_colors('style', 'style-dark'), DARK, 4.5)
    problems += check_colors('high contrast', read_colors('style', 'style-hc'), LIGHT, 7)
    problems += check_colors('high contrast dark',
                             read_colors('style', 'style-dark', 'style-hc-dark'), DARK, 7)
    tree.finish(problems + check_pale())


main()
