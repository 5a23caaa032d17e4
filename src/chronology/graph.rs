//! A directed graph of numbered nodes, and the knots in it.
//!
//! Knows nothing of events: nodes are numbers, edges are pairs of them.

/// A graph whose edges are kept in the order in which they were given.
#[derive(Debug)]
pub(super) struct Graph {
    /// For each node, where its outgoing edges begin in `outgoing`; one more at the end.
    first: Vec<usize>,
    /// Positions in the list of edges, grouped by the node that they leave.
    outgoing: Vec<usize>,
    /// The node that each edge enters.
    heads: Vec<usize>,
}

impl Graph {
    /// The graph of `nodes` nodes with these edges, each from its first node to its second.
    pub(super) fn new(nodes: usize, edges: impl Iterator<Item = (usize, usize)> + Clone) -> Self {
        let mut first = vec![0; nodes + 1];
        edges.clone().for_each(|(tail, _)| first[tail + 1] += 1);
        for node in 0..nodes {
            first[node + 1] += first[node];
        }
        let mut free = first.clone();
        let mut outgoing = vec![0; first[nodes]];
        for (edge, (tail, _)) in edges.clone().enumerate() {
            outgoing[free[tail]] = edge;
            free[tail] += 1;
        }
        Self { first, outgoing, heads: edges.map(|(_, head)| head).collect() }
    }

    /// How many nodes there are.
    pub(super) fn nodes(&self) -> usize {
        self.first.len() - 1
    }

    /// The edges that leave a node.
    pub(super) fn leaving(&self, node: usize) -> &[usize] {
        &self.outgoing[self.first[node]..self.first[node + 1]]
    }

    /// The node that an edge enters.
    pub(super) fn head(&self, edge: usize) -> usize {
        self.heads[edge]
    }

    /// The nodes that the edges leaving a node enter.
    pub(super) fn following(&self, node: usize) -> impl Iterator<Item = usize> + '_ {
        self.leaving(node).iter().map(|&edge| self.heads[edge])
    }

    /// How many edges enter each node.
    pub(super) fn entering(&self) -> Vec<usize> {
        let mut entering = vec![0; self.nodes()];
        self.heads.iter().for_each(|&head| entering[head] += 1);
        entering
    }

    /// For each node the number of its strongly connected component, such that every
    /// edge between two components leads from a smaller number to a greater one.
    ///
    /// Tarjan's algorithm ("Depth-first search and linear graph algorithms", 1972), with
    /// its own stack instead of recursion: chains may be as long as the file.
    pub(super) fn components(&self) -> Vec<usize> {
        const UNSEEN: usize = usize::MAX;
        let nodes = self.nodes();
        let (mut found, mut low) = (vec![UNSEEN; nodes], vec![0; nodes]);
        let mut component = vec![UNSEEN; nodes];
        let (mut open, mut path): (Vec<usize>, Vec<(usize, usize)>) = (Vec::new(), Vec::new());
        let (mut clock, mut closed) = (0, 0);
        for root in 0..nodes {
            if found[root] != UNSEEN {
                continue;
            }
            path.push((root, 0));
            while let Some((node, next)) = path.pop() {
                if next == 0 {
                    (found[node], low[node]) = (clock, clock);
                    clock += 1;
                    open.push(node);
                }
                if let Some(&edge) = self.leaving(node).get(next) {
                    path.push((node, next + 1));
                    let head = self.head(edge);
                    if found[head] == UNSEEN {
                        path.push((head, 0));
                    } else if component[head] == UNSEEN {
                        low[node] = low[node].min(found[head]);
                    }
                    continue;
                }
                if low[node] == found[node] {
                    while let Some(member) = open.pop() {
                        component[member] = closed;
                        if member == node {
                            break;
                        }
                    }
                    closed += 1;
                }
                if let Some(&(parent, _)) = path.last() {
                    low[parent] = low[parent].min(low[node]);
                }
            }
        }
        component.into_iter().map(|number| closed - 1 - number).collect()
    }

    /// The edges of a shortest way from `start` back to itself inside its component, in
    /// the order of the way; empty where there is none.
    pub(super) fn cycle(&self, start: usize, component: &[usize]) -> Vec<usize> {
        let mut reached_by = std::collections::HashMap::new();
        let mut queue = std::collections::VecDeque::from([start]);
        while let Some(node) = queue.pop_front() {
            for &edge in self.leaving(node) {
                let head = self.head(edge);
                if component[head] != component[start] || reached_by.contains_key(&head) {
                    continue;
                }
                reached_by.insert(head, (edge, node));
                if head == start {
                    return walk_back(start, &reached_by);
                }
                queue.push_back(head);
            }
        }
        Vec::new()
    }
}

/// The way from `start` round to itself, given for each node the edge it was reached by.
fn walk_back(start: usize, reached_by: &std::collections::HashMap<usize, (usize, usize)>) -> Vec<usize> {
    let mut way = Vec::new();
    let mut node = start;
    while let Some(&(edge, from)) = reached_by.get(&node) {
        way.push(edge);
        node = from;
        if node == start {
            break;
        }
    }
    way.reverse();
    way
}

#[cfg(test)]
mod tests {
    use super::Graph;

    fn check(nodes: usize, edges: &[(usize, usize)], components: usize, cycle_from: usize, cycle: &[usize]) {
        let graph = Graph::new(nodes, edges.iter().copied());
        let found = graph.components();
        assert_eq!(found.iter().max().map_or(0, |most| most + 1), components, "components of {edges:?}");
        for &(tail, head) in edges {
            assert!(found[tail] <= found[head], "{tail} before {head} in {edges:?}");
        }
        assert_eq!(graph.cycle(cycle_from, &found), cycle, "cycle from {cycle_from} in {edges:?}");
    }

    #[test]
    fn components_are_in_order_and_cycles_are_short() {
        check(3, &[(2, 1), (1, 0)], 3, 2, &[]);
        check(3, &[(0, 1), (1, 2), (2, 0)], 1, 0, &[0, 1, 2]);
        check(4, &[(0, 1), (1, 2), (2, 1), (2, 3)], 3, 1, &[1, 2]);
        check(2, &[(0, 0), (0, 1)], 2, 0, &[0]);
        check(4, &[(0, 1), (1, 2), (2, 3), (3, 0), (1, 0)], 1, 0, &[0, 4]);
    }

    #[test]
    fn long_chains_do_not_use_the_call_stack() {
        let edges: Vec<_> = (0..200_000).map(|node| (node, node + 1)).collect();
        let components = Graph::new(200_001, edges.iter().copied()).components();
        assert!(components.windows(2).all(|pair| pair[0] < pair[1]));
    }
}
