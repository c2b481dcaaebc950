"""Graphs: paths, components, orders, flows, centrality, colourings."""

import networkx as nx

graph = nx.Graph()
graph.add_weighted_edges_from([("a", "b", 4), ("a", "c", 2), ("c", "b", 1), ("b", "d", 5), ("e", "f", 1)])
print(graph, list(graph.nodes), graph["a"], graph.degree["b"], list(graph.edges(data="weight")))
print(nx.dijkstra_path(graph, "a", "d", weight="weight"), nx.shortest_path_length(graph, "a", "d"))
print(sorted(map(sorted, nx.connected_components(graph))), nx.is_connected(graph))
print(sorted(nx.minimum_spanning_tree(graph).edges(data="weight")), nx.density(graph))
tasks = nx.DiGraph([("shirt", "tie"), ("tie", "jacket"), ("belt", "jacket"), ("trousers", "belt"), ("trousers", "shoes")])
print(list(nx.topological_sort(tasks)), list(nx.bfs_edges(tasks, "trousers")), nx.is_directed_acyclic_graph(tasks))
print([list(level) for level in nx.topological_generations(tasks)], sorted(nx.ancestors(tasks, "jacket")))
flow = nx.DiGraph()
flow.add_edge("s", "x", capacity=3)
flow.add_edge("s", "y", capacity=1)
flow.add_edge("x", "t", capacity=2)
flow.add_edge("y", "t", capacity=4)
flow.add_edge("x", "y", capacity=2)
print(nx.maximum_flow(flow, "s", "t"), nx.minimum_cut_value(flow, "s", "t"))
club = nx.karate_club_graph()
print({node: round(value, 4) for node, value in list(nx.betweenness_centrality(club).items())[:4]}, nx.diameter(club))
print(nx.greedy_color(nx.petersen_graph()), nx.triangles(nx.complete_graph(4)), sorted(map(sorted, nx.find_cliques(graph))))
print([sorted(c) for c in nx.community.greedy_modularity_communities(club)][0], sorted(nx.articulation_points(graph)))
print(nx.to_dict_of_lists(nx.cycle_graph(4)), list(nx.all_simple_paths(nx.cycle_graph(4), 0, 2)))
try:
    nx.shortest_path(graph, "a", "e")
except nx.NetworkXNoPath as error:
    print(error)
print("\n".join(nx.generate_gml(nx.path_graph(2))), nx.cytoscape_data(nx.path_graph(2))["elements"]["edges"])
