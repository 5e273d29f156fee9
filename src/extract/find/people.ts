/** People: behind a post (镇长某某), on the line of the speaker, ahead of 担任 or 当选. Surnames come from the lexicon. */
import type { Mention } from '../../model.js';
import { type Document, sentenceAt } from '../document.js';
import { alternation, type Engine, perEngine } from '../engine.js';

const patterns = perEngine((engine) => {
  const surname = alternation(engine.words.surname) || '$^';
  return {
    post: new RegExp(
      `(?:镇长|乡长|书记|主任|县长|区长|市长|经理|董事长|校长|院长|村民|农民|传承人|会长|所长|站长)(?:同志)?((?:${surname})\\p{Script=Han}{1,2})(?=[,。、;\\s(]|说|介绍|表示|代表|作|同志|$)`,
      'gu',
    ),
    /** A name that closes a text and has nothing of a sentence ahead of it. */
    closing: new RegExp(`(?:^|[\\s,。;、:])((?:${surname})\\p{Script=Han}{1,2})$`, 'u'),
    line: new RegExp(`^\\s*((?:${surname})\\s*\\p{Script=Han}\\s*\\p{Script=Han}?)\\s*$`, 'gmu'),
  };
});

export const findPeople = (doc: Document, engine: Engine): Mention[] => {
  const { post, closing, line } = patterns(engine);
  const body = doc.norm.search(/各位代表|各位议事员|同志们/);
  const mention = (start: number, length: number, rule: string): Mention[] => {
    const sentence = sentenceAt(doc.sentences, start);
    return sentence < 0
      ? []
      : [
          {
            type: 'Person',
            name: doc.report.text.slice(start, start + length).replace(/\s/g, ''),
            span: [start, start + length],
            sentence,
            rule,
            score: 60,
          },
        ];
  };
  return [
    ...[...doc.norm.matchAll(post)].flatMap((m) =>
      mention(m.index + m[0].length - (m[1]?.length ?? 0), m[1]?.length ?? 0, 'person.post'),
    ),
    ...doc.hits.triggers
      .filter(({ value }) => value.relation === '任职')
      .flatMap(({ start }) => {
        const name = closing.exec(doc.norm.slice(Math.max(0, start - 5), start))?.[1];
        return name === undefined ? [] : mention(start - name.length, name.length, 'person.takes-office');
      }),
    ...[...doc.norm.slice(0, Math.max(0, body)).matchAll(line)].flatMap((m) =>
      mention(m.index + m[0].indexOf(m[1] ?? ''), m[1]?.length ?? 0, 'person.speaker-line'),
    ),
  ];
};
