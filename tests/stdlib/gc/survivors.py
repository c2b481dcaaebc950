# Objects of all kinds that live on while others around them die: whoever holds them finds them again.
import gc
import weakref


class Node:
    def __init__(self, number):
        self.number = number
        self.next = None

    def double(self):
        return self.number * 2


class Key:
    def __init__(self, text):
        self.text = text


def counter(start):
    step = start + 1000

    def count():
        nonlocal step
        step += 1
        return step
    return count


def numbers(count):
    held = ['held %d' % count]
    for index in range(count):
        yield held[0], index


def churn(keep, make, waste):
    kept = []
    for index in range(keep):
        garbage = [[index, str(index) * 2, {index: index}] for _ in range(waste)]
        kept.append(make(index))
    return kept


def check(title, condition):
    if not condition:
        print('wrong:', title)


def collect():
    gc.collect()
    sum(range(10))


for round_number in range(3):
    nodes = churn(60, Node, 20)
    for left, right in zip(nodes, nodes[1:]):
        left.next = right
    texts = churn(60, lambda index: 'a text of some length %d' % index, 20)
    keys = churn(60, Key, 20)
    by_identity = {key: key.text for key in keys}
    identities = [id(key) for key in keys]
    members = set(keys)
    closures = churn(40, counter, 20)
    bound = [node.double for node in nodes]
    generators = [numbers(index + 3) for index in range(40)]
    for generator in generators:
        next(generator)
    deep = None
    for index in range(200):
        deep = (deep, [index], {index: (index, float(index))})
    references = [weakref.ref(node) for node in nodes]
    classes = churn(10, lambda index: type('Made%d' % index, (Node,), {'value': index}), 20)
    instances = [made(made.value) for made in classes]
    big = [10 ** (20 + index) for index in range(60)]
    errors = []
    for index in range(20):
        try:
            raise ValueError('number %d' % index)
        except ValueError as error:
            errors.append(error)
    nodes = nodes[::2] + nodes[1::2]
    collect()
    check('nodes', [node.number for node in nodes] == list(range(0, 60, 2)) + list(range(1, 60, 2)))
    check('links', all(node.next is None or node.next.number == node.number + 1 for node in nodes))
    check('texts', texts == ['a text of some length %d' % index for index in range(60)])
    check('keys', [by_identity[key] for key in keys] == list(range(60)))
    check('members', all(key in members for key in keys))
    check('identities', identities == [id(key) for key in keys])
    check('closures', [count() for count in closures] == list(range(1001, 1041)))
    check('bound', [method() for method in bound] == list(range(0, 120, 2)))
    check('generators', all(list(generator) == [('held %d' % (index + 3), at) for at in range(1, index + 3)]
                            for index, generator in enumerate(generators)))
    check('weak', all(reference().number == index for index, reference in enumerate(references)))
    check('classes', [(made.__name__, instance.value, instance.double()) for made, instance in zip(classes, instances)]
          == [('Made%d' % index, index, 2 * index) for index in range(10)])
    check('big', big == [10 ** (20 + index) for index in range(60)])
    check('errors', [str(error) for error in errors] == ['number %d' % index for index in range(20)])
    check('traceback', all(error.__traceback__.tb_lineno > 0 for error in errors))
    depth = 0
    while deep:
        deep, first, second = deep
        depth += 1
        check('deep', first == [200 - depth] and second == {200 - depth: (200 - depth, float(200 - depth))})
    check('depth', depth == 200)
    del nodes, bound, instances
    collect()
    print('round', round_number, 'dead', sum(reference() is None for reference in references) >= 50)
print(sorted({'x%d' % index: index for index in range(50)}.items())[:3])
