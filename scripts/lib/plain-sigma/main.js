// What `npm run bench -- view` compares the page with: Sigma as its manual shows it, over the same places and sizes.
import Graph from 'graphology';
import Sigma from 'sigma';

const { nodes, edges } = JSON.parse(document.getElementById('data').textContent);
const graph = new Graph({ multi: true });
nodes.forEach(({ label, x, y, color }, index) => {
  graph.addNode(index, { label, x, y, color, size: 4 });
});
edges.forEach(([from, to]) => {
  graph.addEdge(from, to, { size: 1, color: '#CCCCCC' });
});
window.renderer = new Sigma(graph, document.getElementById('canvas'));
