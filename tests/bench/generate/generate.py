#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Make a workspace of any size: the same number gives the same document, on any machine.

For N projects there are N/4 objectives, N/20 goals and 2N links, with people and units to match.
Every status, category and kind of link occurs, in proportions that a real portfolio could have:
more than a quarter of the projects serve nothing, most serve objectives of one or two goals that
lie near each other, some link straight to a goal. The document is canonical: a program that reads
and writes it changes no byte.
"""

import argparse
import json
import sys

COLUMNS = 100

PERIOD_START_YEAR = 2026

VERBS = ['Build', 'Cut', 'Grow', 'Improve', 'Keep', 'Lift', 'Open', 'Prepare', 'Protect', 'Renew',
         'Shorten', 'Simplify', 'Speed up', 'Strengthen', 'Win']
AIMS = ['customer renewals', 'delivery on time', 'first-line leadership', 'margin in services',
        'new markets', 'product adoption', 'quality at the source', 'retention of experts',
        'safety on site', 'the cost of rework', 'the partner channel', 'the supply chain',
        'time to productivity', 'trust in our data', 'workforce planning']
OUTCOMES = ['complaints halved', 'every site certified', 'lead time down by a fifth',
            'managers coach weekly', 'no open audit point', 'nine of ten reviews on time',
            'onboarding in thirty days', 'one process in all regions', 'top accounts with a plan',
            'turnover of experts below five percent', 'two more bids won a quarter',
            'vacancies filled from within']
TOPICS = ['change', 'coaching', 'compliance', 'data literacy', 'feedback', 'finance basics',
          'inclusion', 'negotiation', 'onboarding', 'planning', 'product knowledge', 'quality',
          'safety', 'sales', 'security', 'service', 'software', 'strategy']
FORMS = ['academy', 'clinic', 'community', 'course', 'game day', 'guide', 'lab', 'mentoring circle',
         'programme', 'role play', 'series', 'toolkit', 'workshop']
AUDIENCES = ['account managers', 'all staff', 'apprentices', 'engineers', 'first-line managers',
             'newcomers', 'plant operators', 'project leads', 'sales', 'senior leaders',
             'service desk', 'team leads']
SKILLS = ['analysis', 'briefing', 'facilitation', 'giving feedback', 'listening', 'prioritising',
          'problem solving', 'questioning', 'writing']
UNITS = ['Customer Service', 'Engineering', 'Finance', 'Human Resources', 'IT', 'Legal',
         'Logistics', 'Marketing', 'Operations', 'Procurement', 'Product', 'Quality', 'Research',
         'Sales']
ROLES = ['Director', 'Head', 'Lead', 'Manager', 'Partner', 'Vice President']
GIVEN = ['Amara', 'Bela', 'Chiara', 'Dilan', 'Elif', 'Farid', 'Grace', 'Hana', 'Ivo', 'Jonas',
         'Keiko', 'Lena', 'Marek', 'Nia', 'Olu', 'Petra', 'Quentin', 'Rosa', 'Samir', 'Tove', 'Uma',
         'Viktor']
FAMILY = ['Adler', 'Bianchi', 'Castillo', 'Dahl', 'Eriksen', 'Fischer', 'Grant', 'Haddad', 'Ito',
          'Jansen', 'Kovac', 'Lindqvist', 'Moreau', 'Nowak', 'Okafor', 'Petrov', 'Rossi', 'Silva',
          'Tanaka', 'Weber']
MECHANISMS = ['People practise the talk that the number depends on.',
              'The checklist is used where the error happens.',
              'Managers see the figure weekly and coach on it.',
              'The new step replaces two old ones.']

# Choices with their weights, as often as they may be met in a real portfolio.
GOAL_STATUS = [('active', 8), ('achieved', 1), ('retired', 1)]
LEARNING_ROLE = [('yes', 6), ('undecided', 2), ('no', 1)]
PAYOFF = [('make-money', 3), ('save-money', 3), ('avoid-cost', 2), ('greater-good', 1)]
PERSPECTIVE = ['financial', 'customer', 'process', 'growth', 'mission']
NEED = [('business', 4), ('performance', 4), ('capability-organisation', 1),
        ('capability-individual', 2), ('preference', 1)]
OBJECTIVE_STATUS = [('active', 10), ('met', 1), ('closed', 1)]
WORK = [('strategic', 2), ('tactical', 6), ('transactional', 2)]
SOLUTION = [('course', 6), ('programme', 4), ('event', 3), ('coaching', 2), ('mentoring', 2),
            ('community', 2), ('performance-support', 2), ('onboarding', 2), ('credential', 1),
            ('platform', 1), ('content-library', 1), ('assessment', 1), ('policy', 1),
            ('process', 1), ('tool', 1), ('undecided', 1)]
ORIGIN = [('proactive', 5), ('request', 5), ('mandate', 1)]
STATUS = [('idea', 2), ('intake', 2), ('analysis', 2), ('approved', 3), ('design', 4), ('live', 12),
          ('paused', 1), ('done', 3), ('stopped', 1), ('declined', 1)]
REUSE = [('none', 3), ('possible', 3), ('planned', 2), ('scaled', 1)]
STRENGTH = [('weak', 4), ('medium', 5), ('strong', 2)]
LINK_STATUS = [('proposed', 3), ('agreed', 6), ('disputed', 1)]
PART = [('sustained-client', 2), ('project-client', 3), ('contact', 4), ('expert', 2),
        ('learning', 1)]


class Chance:
    """A source of numbers that no version of Python changes: a linear congruential generator."""

    def __init__(self, seed):
        self.state = seed

    def below(self, limit):
        """A whole number from 0 to limit - 1."""
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2**64
        return (self.state >> 33) * limit >> 31

    def hits(self, percent):
        return self.below(100) < percent

    def pick(self, choices):
        return choices[self.below(len(choices))]

    def weigh(self, choices):
        """One of (name, weight)."""
        left = self.below(sum(weight for _, weight in choices))
        for name, weight in choices:
            left -= weight
            if left < 0:
                return name
        raise AssertionError('weights do not add up')

    def some(self, choices, most):
        """One to most of the choices, in their order, none twice."""
        picked = {self.below(len(choices)) for _ in range(1 + self.below(most))}
        return [choices[index] for index in sorted(picked)]

    def date(self, quarters):
        """A day within so many quarters from the start of the period."""
        month = self.below(3 * quarters)
        return f'{PERIOD_START_YEAR + month // 12}-{month % 12 + 1:02}-{self.below(28) + 1:02}'


def make_units(n_units):
    units = [{'id': 'U1', 'title': 'The Organisation', 'size': 400 * n_units}]
    for index in range(1, n_units):
        title = UNITS[(index - 1) % len(UNITS)]
        region = (index - 1) // len(UNITS)
        units.append({'id': f'U{index + 1}', 'title': f'{title} {region + 1}' if region else title,
                      'parent': f'U{(index - 1) // 6 + 1}', 'size': 40 + 10 * (index % 37)})
    return units


def make_people(chance, n_people, units):
    people = []
    for index in range(n_people):
        unit = chance.pick(units)
        person = {'id': f'W{index + 1}', 'title': f'{chance.pick(GIVEN)} {chance.pick(FAMILY)}',
                  'role': f'{chance.pick(ROLES)}, {unit["title"]}', 'unit': unit['id'],
                  'part': chance.weigh(PART)}
        if chance.hits(60):
            for test in ('ownsGoal', 'hasStake', 'hasAuthority', 'hasResources'):
                person[test] = 'yes' if chance.hits(65) else 'no'
        if chance.hits(50):
            for mark in ('access', 'credibility', 'trust'):
                person[mark] = chance.below(5)
        people.append(person)
    return people


def make_goals(chance, n_goals, people, units):
    weights = [100 * 2 * (n_goals - index) / (n_goals * (n_goals + 1)) for index in range(n_goals)]
    goals = []
    for index in range(n_goals):
        goal = {'id': f'G{index + 1}', 'title': f'{chance.pick(VERBS)} {chance.pick(AIMS)}',
                'theme': f'T{index % len(PERSPECTIVE) + 1}', 'unit': chance.pick(units)['id'],
                'priority': index + 1, 'weight': round(weights[index], 3),
                'payoff': chance.weigh(PAYOFF)}
        if chance.hits(80):
            goal['measureName'] = chance.pick(OUTCOMES)
            goal['baseline'] = chance.below(50)
            goal['target'] = goal['baseline'] + 5 + chance.below(40)
            goal['byDate'] = chance.date(12)
        if chance.hits(90):
            goal['owner'] = chance.pick(people)['id']
        goal['learningRole'] = chance.weigh(LEARNING_ROLE)
        goal['functionScorecard'] = index % 20 == 19
        goal['status'] = chance.weigh(GOAL_STATUS)
        goals.append(goal)
    return goals


def make_objectives(chance, n_objectives, n_goals, people):
    objectives = []
    for index in range(n_objectives):
        title = f'{chance.pick(AIMS)}: {chance.pick(OUTCOMES)}'
        objective = {'id': f'O{index + 1}', 'title': title[0].upper() + title[1:]}
        if not chance.hits(2):
            objective['goal'] = f'G{index * n_goals // n_objectives + 1}'
        objective['need'] = chance.weigh(NEED)
        objective['level'] = chance.below(6)
        if chance.hits(50):
            objective['should'] = f'{20 + chance.below(70)} percent'
            objective['is'] = f'{5 + chance.below(15)} percent'
        objective['audience'] = chance.some(AUDIENCES, 2)
        if chance.hits(40):
            objective['owner'] = chance.pick(people)['id']
        objective['status'] = chance.weigh(OBJECTIVE_STATUS)
        objectives.append(objective)
    return objectives


def make_project(chance, index, people, units):
    topic = chance.pick(TOPICS)
    title = f'{topic} {chance.pick(FORMS)} for {chance.pick(AUDIENCES)}'
    project = {'id': f'P{index + 1}', 'title': title[0].upper() + title[1:],
               'workCategory': chance.weigh(WORK)}
    if chance.hits(20):
        project['notes'] = 'Asked for in the spring.\nThe pilot ran with two teams.'
    if chance.hits(30):
        project['summary'] = f'{chance.pick(VERBS)} {chance.pick(AIMS)} through {topic}.'
    for mark in ('wholeOrganisation', 'longTerm', 'multipleSolutions', 'solutionNeutral'):
        if chance.hits(50):
            project[mark] = 'yes' if chance.hits(55) else 'no'
    project['solutionType'] = chance.weigh(SOLUTION)
    project['origin'] = chance.weigh(ORIGIN)
    if project['origin'] == 'mandate':
        project['mandateBasis'] = 'Occupational safety regulations'
    if chance.hits(70):
        project['sponsor'] = chance.pick(people)['id']
    project['owner'] = chance.pick(people)['id']
    project['unit'] = chance.pick(units)['id']
    project['status'] = chance.weigh(STATUS)
    if chance.hits(80):
        project['start'] = chance.date(4)
        project['end'] = f'{int(project["start"][:4]) + 1 + chance.below(3)}{project["start"][4:]}'
    if chance.hits(90):
        project['effortDays'] = (2 + chance.below(300)) / 2
    if chance.hits(40):
        project['cost'] = 500 * chance.below(200)
    if chance.hits(60):
        project['participants'] = 5 + chance.below(800)
    project['audience'] = chance.some(AUDIENCES, 3)
    project['topics'] = chance.some(TOPICS, 3)
    project['skills'] = chance.some(SKILLS, 3)
    if chance.hits(30):
        for score in ('impactScore', 'timeCriticality', 'riskReduction'):
            project[score] = chance.below(11)
        project['reach'] = 10 * chance.below(100)
        project['confidence'] = chance.below(21) / 20
    if chance.hits(50):
        project['evaluationLevel'] = chance.below(6)
    if chance.hits(60):
        project['reuse'] = chance.weigh(REUSE)
    return project


def pick_target(chance, project, n_projects, n_objectives, n_goals):
    """An objective near the project's share of the list, now and then one far off, or a goal."""
    if chance.hits(3):
        return f'G{chance.below(n_goals) + 1}'
    if chance.hits(10):
        return f'O{chance.below(n_objectives) + 1}'
    near = project * n_objectives // n_projects + chance.below(13) - 6
    return f'O{min(max(near, 0), n_objectives - 1) + 1}'


def make_links(chance, n_links, n_projects, n_objectives, n_goals, people):
    linked = [index for index in range(n_projects) if not chance.hits(25)] or [0]
    n_links = min(n_links, len(linked) * n_objectives // 2)
    pairs = {}
    while len(pairs) < n_links:
        project = chance.pick(linked)
        target = pick_target(chance, project, n_projects, n_objectives, n_goals)
        pairs.setdefault((project, target), None)

    links = []
    for index, (project, target) in enumerate(sorted(pairs, key=lambda pair: pair[0])):
        link = {'id': f'L{index + 1}', 'project': f'P{project + 1}', 'target': target,
                'strength': chance.weigh(STRENGTH)}
        if chance.hits(50):
            link['mechanism'] = chance.pick(MECHANISMS)
        if chance.hits(30):
            link['contributionPercent'] = 5 * (1 + chance.below(8))
            link['confidence'] = chance.below(11) / 10
        link['status'] = chance.weigh(LINK_STATUS)
        if link['status'] == 'agreed':
            link['agreedBy'] = chance.pick(people)['id']
            link['agreedOn'] = chance.date(2)
        links.append(link)
    return links


def make_workspace(n_projects):
    """The document, as a dict in which the order of members does not matter yet."""
    chance = Chance(n_projects)
    n_goals = max(n_projects // 20, 1)
    n_objectives = max(n_projects // 4, 2)
    units = make_units(max(n_projects // 50, 5))
    people = make_people(chance, max(n_projects // 10, 8), units)
    return {
        'format': 'throughline-workspace',
        'version': 1,
        'title': f'Portfolio of {n_projects} projects',
        'organisation': 'Example Works',
        'period': {'start': f'{PERIOD_START_YEAR}-01-01', 'end': f'{PERIOD_START_YEAR}-12-31'},
        'currency': 'EUR',
        'units': units,
        'people': people,
        'themes': [{'id': f'T{index + 1}', 'title': name.capitalize(), 'perspective': name}
                   for index, name in enumerate(PERSPECTIVE)],
        'goals': make_goals(chance, n_goals, people, units),
        'objectives': make_objectives(chance, n_objectives, n_goals, people),
        'projects': [make_project(chance, index, people, units) for index in range(n_projects)],
        'links': make_links(chance, 2 * n_projects, n_projects, n_objectives, n_goals, people),
    }


SHARED = ['id', 'title', 'notes']

# The order in which the format has the members that occur here.
ORDER = {
    'units': ['parent', 'size'],
    'people': ['role', 'unit', 'part', 'ownsGoal', 'hasStake', 'hasAuthority', 'hasResources',
               'access', 'credibility', 'trust'],
    'themes': ['perspective'],
    'goals': ['theme', 'unit', 'priority', 'weight', 'payoff', 'measureName', 'baseline', 'target',
              'byDate', 'owner', 'learningRole', 'functionScorecard', 'status'],
    'objectives': ['goal', 'need', 'level', 'should', 'is', 'audience', 'owner', 'status'],
    'projects': ['summary', 'workCategory', 'wholeOrganisation', 'longTerm', 'multipleSolutions',
                 'solutionNeutral', 'solutionType', 'origin', 'mandateBasis', 'sponsor', 'owner',
                 'unit', 'status', 'start', 'end', 'effortDays', 'cost', 'participants', 'audience',
                 'topics', 'skills', 'impactScore', 'timeCriticality', 'riskReduction', 'reach',
                 'confidence', 'evaluationLevel', 'reuse'],
    'links': ['project', 'target', 'strength', 'mechanism', 'contributionPercent', 'confidence',
              'status', 'agreedBy', 'agreedOn'],
}

# What says nothing new is not written.
DEFAULTS = {
    'goals': {'status': 'active', 'learningRole': 'undecided', 'functionScorecard': False},
    'objectives': {'status': 'active'},
}


def order_item(kind, item):
    order = SHARED + ORDER[kind]
    unknown = set(item) - set(order)
    assert not unknown, f'{kind} have no {unknown}'
    defaults = DEFAULTS.get(kind, {})
    return {name: item[name] for name in order
            if name in item and not (name in defaults and item[name] == defaults[name])}


def write_scalar(value):
    """A whole number without a point, any other with the fewest digits that are exact."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return json.dumps(value, ensure_ascii=False)


def write_value(value, indent, prefix):
    """A value whose first line starts with the prefix, as a list of lines."""
    inner = indent + '  '
    if isinstance(value, dict):
        members = [write_value(member, inner, f'{inner}{json.dumps(name)}: ')
                   for name, member in value.items()]
        return write_members(prefix, '{', members, indent, '}')
    if isinstance(value, list):
        if all(not isinstance(element, (dict, list)) for element in value):
            line = f'{prefix}[{", ".join(map(write_scalar, value))}]'
            # A comma may follow, and is counted whether it does or not.
            if len(line) < COLUMNS:
                return [line]
        return write_members(prefix, '[', [write_value(element, inner, inner) for element in value],
                             indent, ']')
    return [prefix + write_scalar(value)]


def write_members(prefix, opening, members, indent, closing):
    lines = [prefix + opening]
    for member in members[:-1]:
        member[-1] += ','
    for member in members:
        lines += member
    lines.append(indent + closing)
    return lines


def write_workspace(workspace):
    ordered = {name: [order_item(name, item) for item in value] if name in ORDER else value
               for name, value in workspace.items()}
    return '\n'.join(write_value(ordered, '', '')) + '\n'


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', maxsplit=1)[0])
    parser.add_argument('projects', type=int, help='number of projects')
    parser.add_argument('-o', '--output', help='file to write; standard output by default')
    arguments = parser.parse_args()
    if arguments.projects < 1:
        parser.error('a portfolio has at least one project')

    text = write_workspace(make_workspace(arguments.projects))
    if arguments.output is None:
        sys.stdout.write(text)
    else:
        with open(arguments.output, 'w', encoding='utf-8', newline='\n') as file:
            file.write(text)


if __name__ == '__main__':
    main()
