#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write the cards of a workspace as documents of other programs, to see what they make of as many.

A tree has the objectives under their goals, and under each of them its share of the projects: it
has room for no other links. A diagram has them in three columns, and all links.
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
        self.targets = []
        self.number = None
        self.place = None

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()


def read_tree(path):
    """The goals of a workspace, with what hangs on them. What serves nothing hangs on any goal."""
    with open(path, encoding='utf-8') as file:
        workspace = json.load(file)
    by_id = {item['id']: Node(item['title'], column)
             for column, kind in enumerate(('goals', 'objectives', 'projects'))
             for item in workspace[kind]}
    goals, objectives, projects = ([by_id[item['id']] for item in workspace[kind]]
                                   for kind in ('goals', 'objectives', 'projects'))
    for objective, node in zip(workspace['objectives'], objectives):
        by_id.get(objective.get('goal'), goals[0]).children.append(node)
    for index, node in enumerate(projects):
        objectives[index * len(objectives) // len(projects)].children.append(node)
    for link in workspace['links']:
        by_id[link['project']].targets.append(by_id[link['target']])
    return workspace['title'], goals


def write_text(path, lines):
    with open(path, 'w', encoding='utf-8', newline='\n') as file:
        file.write('\n'.join(lines) + '\n')


def write_zip(path, name, lines):
    with zipfile.ZipFile(path, 'w', zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(name), '\n'.join(lines) + '\n')


def dia_attribute(name, kind, value):
    return f'<dia:attribute name="{name}"><dia:{kind} val="{value}"/></dia:attribute>'


def dia_box(node):
    at = f'{node.place[0]},{node.place[1]}'
    return (f'<dia:object type="Flowchart - Box" version="0" id="O{node.number}">'
            + dia_attribute('obj_pos', 'point', at) + dia_attribute('elem_corner', 'point', at)
            + dia_attribute('elem_width', 'real', WIDTH)
            + dia_attribute('elem_height', 'real', HEIGHT)
            + dia_attribute('show_background', 'boolean', 'true')
            + '<dia:attribute name="text"><dia:composite type="text">'
            f'<dia:attribute name="string"><dia:string>#{escape(node.title)}#</dia:string>'
            '</dia:attribute></dia:composite></dia:attribute></dia:object>')


def dia_line(number, node, target):
    ends = [(node.place[0], node.place[1] + HEIGHT / 2),
            (target.place[0] + WIDTH, target.place[1] + HEIGHT / 2)]
    points = ''.join(f'<dia:point val="{x},{y}"/>' for x, y in ends)
    return (f'<dia:object type="Standard - Line" version="0" id="O{number}">'
            f'<dia:attribute name="conn_endpoints">{points}</dia:attribute><dia:connections>'
            f'<dia:connection handle="0" to="O{node.number}" connection="7"/>'
            f'<dia:connection handle="1" to="O{target.number}" connection="8"/>'
            '</dia:connections></dia:object>')


def write_dia(path, title, goals):
    nodes = [node for goal in goals for node in goal.walk()]
    y = [0, 0, 0]
    for number, node in enumerate(nodes):
        node.number = number
        node.place = (node.column * 2 * WIDTH, y[node.column])
        y[node.column] += HEIGHT + 1
    pairs = [(node, target) for node in nodes for target in node.targets]
    write_text(path, ['<?xml version="1.0" encoding="UTF-8"?>',
                      '<dia:diagram xmlns:dia="http://www.lysator.liu.se/~alla/dia/">',
                      '<dia:diagramdata/>',
                      '<dia:layer name="Background" visible="true" active="true">',
                      *map(dia_box, nodes),
                      *(dia_line(len(nodes) + index, *pair) for index, pair in enumerate(pairs)),
                      '</dia:layer>', '</dia:diagram>'])


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
