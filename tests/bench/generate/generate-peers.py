#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the cards of a workspace as documents of other programs, to see what they make of as many.

Each goal has its objectives under it, and each objective its share of the projects; a diagram has
them in three columns. Links are left out: a tree has no room for more than one, and what is not
drawn costs the others nothing.
"""

import argparse
import json
import zipfile
from xml.sax.saxutils import escape, quoteattr

WIDTH = 8
HEIGHT = 2


class Node:
    def __init__(self, title, column):
        self.title = title
        self.column = column
        self.children = []

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def read_tree(path):
    """The goals of a workspace, with what hangs on them. What serves nothing hangs on any goal."""
    with open(path, encoding='utf-8') as file:
        workspace = json.load(file)
    goals = [Node(goal['title'], 0) for goal in workspace['goals']]
    by_id = {goal['id']: node for goal, node in zip(workspace['goals'], goals)}
    objectives = []
    for objective in workspace['objectives']:
        objectives.append(Node(objective['title'], 1))
        by_id.get(objective.get('goal'), goals[0]).children.append(objectives[-1])
    projects = workspace['projects']
    for index, project in enumerate(projects):
        parent = objectives[index * len(objectives) // len(projects)]
        parent.children.append(Node(project['title'], 2))
    return workspace['title'], goals


def write_text(path, lines):
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        file.write('\n'.join(lines) + '\n')


def write_zip(path, name, lines):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), '\n'.join(lines) + '\n')


def dia_box(number, node, y):
    x = node.column * 2 * WIDTH
    return (f'<dia:object type="Flowchart - Box" version="0" id="O{number}">'
            f'<dia:attribute name="obj_pos"><dia:point val="{x},{y}"/></dia:attribute>'
            f'<dia:attribute name="elem_corner"><dia:point val="{x},{y}"/></dia:attribute>'
            f'<dia:attribute name="elem_width"><dia:real val="{WIDTH}"/></dia:attribute>'
            f'<dia:attribute name="elem_height"><dia:real val="{HEIGHT}"/></dia:attribute>'
            '<dia:attribute name="show_background"><dia:boolean val="true"/></dia:attribute>'
            '<dia:attribute name="text"><dia:composite type="text">'
            f'<dia:attribute name="string"><dia:string>#{escape(node.title)}#</dia:string>'
            '</dia:attribute></dia:composite></dia:attribute></dia:object>')


def write_dia(path, title, goals):
    lines = ['<?xml version="1.0" encoding="UTF-8"?>',
             '<dia:diagram xmlns:dia="http://www.lysator.liu.se/~alla/dia/">',
             '<dia:diagramdata/>', '<dia:layer name="Background" visible="true" active="true">']
    y = [0, 0, 0]
    for number, node in enumerate(node for goal in goals for node in goal.walk()):
        lines.append(dia_box(number, node, y[node.column]))
        y[node.column] += HEIGHT + 1
    write_text(path, lines + ['</dia:layer>', '</dia:diagram>'])


def vym_branch(node):
    yield f'<branch><heading>{escape(node.title)}</heading>'
    for child in node.children:
        yield from vym_branch(child)
    yield '</branch>'


def write_vym(path, title, goals):
    lines = ['<?xml version="1.0" encoding="utf-8"?><!DOCTYPE vymmap>', '<vymmap version="2.1.11">',
             '<mapcenter absPosX="0" absPosY="0">', f'<heading>{escape(title)}</heading>']
    for goal in goals:
        lines += vym_branch(goal)
    write_zip(path, 'map.xml', lines + ['</mapcenter>', '</vymmap>'])


def planner_task(node, numbers):
    yield (f'<task id="{next(numbers)}" name={quoteattr(node.title)} note="" work="28800" '
           'start="20260101T000000Z" end="20260101T170000Z" work-start="20260101T080000Z" '
           'percent-complete="0" priority="0" type="normal" scheduling="fixed-work">')
    for child in node.children:
        yield from planner_task(child, numbers)
    yield '</task>'


def write_planner(path, title, goals):
    numbers = iter(range(1, 10**9))
    lines = ['<?xml version="1.0"?>',
             f'<project name={quoteattr(title)} company="" manager="" phase="" '
             'project-start="20260101T000000Z" mrproject-version="2" calendar="1">',
             '<properties/>', '<phases/>', '<calendars><day-types>',
             '<day-type id="0" name="Working" description=""/>',
             '<day-type id="1" name="Nonworking" description=""/>',
             '<day-type id="2" name="Use base" description=""/></day-types>',
             '<calendar id="1" name="Default"><default-week mon="0" tue="0" wed="0" thu="0" '
             'fri="0" sat="1" sun="1"/><overridden-day-types><overridden-day-type id="0">'
             '<interval start="0800" end="1700"/></overridden-day-type></overridden-day-types>'
             '<days/></calendar></calendars>', '<tasks>']
    for goal in goals:
        lines += planner_task(goal, numbers)
    write_text(path, lines + ['</tasks>', '<resource-groups/>', '<resources/>', '<allocations/>',
                              '</project>'])


def minder_node(node, numbers, indent):
    number = next(numbers)
    yield (f'{indent}<node id="{number}" posx="0" posy="{40 * number}" width="200" height="40" '
           'side="right" fold="false" layout="Horizontal">')
    yield f'{indent}  <nodename maxwidth="200"><text data={quoteattr(node.title)}/></nodename>'
    yield f'{indent}  <nodes>'
    for child in node.children:
        yield from minder_node(child, numbers, indent + '    ')
    yield f'{indent}  </nodes>'
    yield f'{indent}</node>'


def write_minder(path, title, goals):
    root = Node(title, 0)
    root.children = goals
    write_text(path, ['<?xml version="1.0"?>', '<minder version="1.14.0">',
                      '  <theme name="default" label="Default" index="0"/>', '  <nodes>',
                      *minder_node(root, iter(range(10**9)), '    '), '  </nodes>', '</minder>'])


WRITERS = {'dia': write_dia, 'vym': write_vym, 'planner': write_planner, 'minder': write_minder}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('workspace', help='a document of Throughline')
    parser.add_argument('outputs', nargs='+', help='FILE.dia, .vym, .planner or .minder')
    arguments = parser.parse_args()
    title, goals = read_tree(arguments.workspace)
    for output in arguments.outputs:
        WRITERS[output.rpartition('.')[2]](output, title, goals)


if __name__ == '__main__':
    main()
