/**
 * A style sheet for Neo4j Browser (dropped onto its window): the viewer's colours, captions by name.
 *
 * Its language knows no comments, so the file does not say where it comes from.
 */
import { LABEL_STYLE, NODE_LABELS } from '../schema.js';

type Rule = readonly [selector: string, properties: Readonly<Record<string, string>>];

/** A shade darker, for the rim of a disc. */
export const darker = (color: string): string =>
  `#${[1, 3, 5]
    .map((at) =>
      Math.round(Number.parseInt(color.slice(at, at + 2), 16) * 0.8)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')
    .toUpperCase()}`;

const disc = (color: string): Readonly<Record<string, string>> => ({
  color,
  'border-color': darker(color),
  'text-color-internal': '#FFFFFF',
});

const RULES: readonly Rule[] = [
  ['node', { diameter: '50px', 'border-width': '2px', 'font-size': '10px', ...disc('#6B6B6B') }],
  [
    'relationship',
    {
      color: '#8A8F99',
      'shaft-width': '1px',
      'font-size': '8px',
      padding: '3px',
      'text-color-external': '#000000',
      'text-color-internal': '#FFFFFF',
      caption: '"<type>"',
    },
  ],
  ...NODE_LABELS.map(
    (label): Rule => [`node.${label}`, { ...disc(LABEL_STYLE[label].color), caption: '"{name}"' }],
  ),
];

/** Text of cypher/style.grass. */
export const styleFile = (): string =>
  RULES.map(([selector, properties]) =>
    [
      `${selector} {`,
      ...Object.entries(properties).map(([name, value]) => `  ${name}: ${value};`),
      '}\n',
    ].join('\n'),
  ).join('\n');
