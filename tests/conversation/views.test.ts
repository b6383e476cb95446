import { describe, expect, it } from 'vitest';
import { entryText, entryView } from '../../functions/conversation/entry-view.ts';
import { scheduleOf, supportLines, supportView } from '../../functions/conversation/support-view.ts';
import { translatorFor } from '../../functions/conversation/translate.ts';
import { GARDEN, gardenEntry, inAll, SUPPORT } from './garden.ts';

const t = translatorFor('en');
/** The same catalogue as if it was just read: nothing of it has been shown yet. */
const fresh = () => ({ ...GARDEN, entries: new Map(GARDEN.entries) });
const repot = GARDEN.entries.get('repot') ?? gardenEntry('repot');

describe('an entry as one locale shows it', () => {
  it('has everything in that locale, the names of operators and phones, and the entries that there are', () => {
    expect(entryView(repot, 'zh-Hant', GARDEN)).toEqual({
      id: 'repot',
      group: 'garden',
      question: 'repot? (zh-Hant)',
      answer: 'repot. (zh-Hant)',
      steps: ['挖', '種'],
      operators: {
        kpn: { name: 'KPN', note: 'note on KPN (zh-Hant)' },
        nobody: { name: 'nobody', note: 'note on nobody (zh-Hant)' },
      },
      devices: { iphone: { name: 'iPhone', note: 'note on iPhone (zh-Hant)' } },
      fits: {},
      related: [
        { id: 'leaves', question: 'leaves? (zh-Hant)' },
        { id: 'water', question: 'water? (zh-Hant)' },
      ],
      links: [{ url: 'https://pots.example', title: 'Pots (zh-Hant)' }],
      updated: '2026-11-01',
      sources: ['https://source.example'],
    });
  });

  it('leaves out what the entry does not have', () => {
    const view = entryView(gardenEntry('water'), 'en', fresh(), { operator: 'kpn', device: 'iphone' });
    expect(Object.keys(view)).toEqual(
      expect.not.arrayContaining(['steps', 'otherwise', 'operators', 'devices', 'operator']),
    );
    expect(view.fits).toEqual({});
    expect(view.related).toEqual([]);
  });

  it('is worked out once a catalogue and locale, and so is its text', () => {
    const catalogue = fresh();
    const view = entryView(repot, 'en', catalogue);
    expect(entryView(repot, 'en', catalogue)).toBe(view);
    expect(entryView(repot, 'nl', catalogue).question).toBe('repot? (nl)');
    expect(entryView(gardenEntry('water'), 'en', catalogue).question).toBe('water? (en)');
    expect(entryView(repot, 'en', fresh())).not.toBe(view);
    expect(entryText(view, t)).toBe(entryText(view, t));
    expect(entryView(repot, 'en', catalogue, { operator: 'vodafone' }).operators).toBe(view.operators);
  });

  it('fits the operator and the phone that were named, where it has a note on them', () => {
    const fits = (mentions: Parameters<typeof entryView>[3]) => entryView(repot, 'en', GARDEN, mentions).fits;
    expect(fits({ operator: 'kpn', device: 'iphone' })).toEqual({ operator: 'kpn', device: 'iphone' });
    expect(fits({ operator: 'vodafone', device: 'samsung' })).toEqual({});
    expect(fits({ operator: 'vodafone', device: 'iphone' })).toEqual({ device: 'iphone' });
    expect(fits({ operator: 'kpn' })).toEqual({ operator: 'kpn' });
  });
});

describe('an entry as plain text', () => {
  const text = (entry: typeof repot, mentions = {}) => entryText(entryView(entry, 'en', fresh(), mentions), t);

  it('is the answer alone where there is no more', () => {
    expect(text(gardenEntry('water'))).toBe('water. (en)');
  });

  it('goes on with the notes that fit, numbered steps, and what to do otherwise', () => {
    const full = { ...repot, otherwise: inAll('wait') };
    expect(text(full, { operator: 'kpn', device: 'iphone' })).toBe(
      [
        'repot. (en)',
        'KPN: note on KPN (en)',
        'iPhone: note on iPhone (en)',
        '1. Dig\n2. Plant',
        'If that does not help: wait (en)',
      ].join('\n\n'),
    );
    expect(text(repot)).toBe('repot. (en)\n\n1. Dig\n2. Plant');
  });

  it('has no markup, and the addresses of links behind their words', () => {
    const marked = gardenEntry('water', {
      answer: inAll('**Do** `this` **now**: [one](https://a.example) or [two](https://b.example) [sic] (x)'),
    });
    expect(text(marked)).toBe('Do this now: one (https://a.example) or two (https://b.example) [sic] (x) (en)');
  });
});

describe('the ways to reach people', () => {
  const NOON = new Date('2026-11-25T11:00:00Z');
  const NIGHT = new Date('2026-11-25T20:00:00Z');
  const CHRISTMAS = new Date('2026-12-25T11:00:00Z');
  const view = (now: Date, support = { ...SUPPORT }) => supportView(support, 'en', now, t);
  const states = (now: Date, support = { ...SUPPORT }) =>
    view(now, support).channels.map(({ id, state }) => `${id}: ${state}`);

  it('are shown in the locale, with a link to each, and the operators with their own lines', () => {
    const { channels, ...rest } = view(NOON);
    expect(rest).toEqual({
      timeZone: 'Europe/Amsterdam',
      example: false,
      operators: [
        {
          id: 'kpn',
          name: 'KPN',
          phone: '1200',
          note: 'by day (en)',
          sources: [],
          openNow: true,
          closesAt: '2026-11-25T18:00:00+01:00',
        },
        { id: 'odido', name: 'Odido', website: 'https://odido.example', sources: ['https://source.example'] },
      ],
    });
    expect(channels[0]).toEqual({
      id: 'line',
      kind: 'phone',
      name: 'Line (en)',
      contact: '+31 20 123',
      url: 'tel:+3120123',
      languages: ['nl', 'fr'],
      hours: SUPPORT.channels[1]?.hours,
      openNow: true,
      closesAt: '2026-11-25T18:00:00+01:00',
      state: 'open now, until 18:00',
    });
    expect(channels.map(({ url }) => url)).toEqual([
      'tel:+3120123',
      'https://chat.garden.example',
      'mailto:desk@garden.example',
    ]);
  });

  it('link to the address of a channel that has its own', () => {
    const own = SUPPORT.channels.map((channel) => ({ ...channel, url: `https://${channel.id}.example` }));
    expect(view(NOON, { ...SUPPORT, channels: own }).channels[0]?.url).toBe('https://line.example');
  });

  it('have the open ones first, and say until when, or from when on', () => {
    expect(states(NOON)).toEqual(['line: open now, until 18:00', 'talk: open now, 24 hours a day', 'desk: closed']);
    expect(states(NIGHT)).toEqual([
      'talk: open now, 24 hours a day',
      'desk: closed',
      'line: closed, opens tomorrow at 09:00',
    ]);
  });

  it.each([
    ['2026-11-26T00:30:00+01:00', [], 'today'],
    ['2026-11-25T23:30:00+01:00', [], 'tomorrow'],
    ['2026-11-28T12:00:00+01:00', [], 'Monday'],
    ['2026-11-25T23:30:00+01:00', ['2026-11-26', '2026-11-27', '2026-11-30', '2026-12-01'], 'Wednesday, December 2'],
  ])('say the day as one who asks at %s would, with %j closed', (now, holidays, day) => {
    expect(states(new Date(now), { ...SUPPORT, holidays }).at(-1)).toBe(`line: closed, opens ${day} at 09:00`);
  });

  it('are closed on holidays where they say so', () => {
    expect(states(CHRISTMAS).at(-1)).toBe('line: closed, opens Monday at 09:00');
    expect(view(CHRISTMAS).operators[0]).toMatchObject({ openNow: false, opensAt: '2026-12-28T09:00:00+01:00' });
    const [, line = SUPPORT.channels[0]] = SUPPORT.channels;
    if (!line) throw new Error('The garden has no channels.');
    expect(scheduleOf(SUPPORT, line).closedOn).toEqual(['2026-12-25']);
    expect(scheduleOf(SUPPORT, { ...line, closedOnHolidays: false })).toEqual({
      hours: line.hours,
      timeZone: 'Europe/Amsterdam',
      closedOn: [],
    });
  });

  it('are worked out once a minute and locale, since nothing changes within a minute', () => {
    const support = { ...SUPPORT };
    const first = supportView(support, 'en', NOON, t);
    const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1000);
    expect(supportView(support, 'en', later(59), t)).toBe(first);
    expect(supportView(support, 'nl', NOON, translatorFor('nl')).channels[0]?.name).toBe('Line (nl)');
    expect(supportView(support, 'en', later(59), t)).toBe(first);
    expect(supportView(support, 'en', later(60), t)).not.toBe(first);
    expect(supportView(support, 'en', later(7 * 3600), t).channels[0]?.id).toBe('talk');
  });

  it('are lines of text with the languages by name', () => {
    const shown = view(NOON);
    expect(supportLines(shown, t)).toEqual([
      '- Line (en): +31 20 123 (open now, until 18:00; Dutch and fr)',
      '- Talk (en): https://chat.garden.example (open now, 24 hours a day; Chinese, Traditional Chinese, English, and Dutch)',
      '- Desk (en): desk@garden.example (closed; English)',
      'Or leave a request, and a person will contact you.',
    ]);
    expect(supportLines(shown, t)).toBe(supportLines(shown, t));
  });

  it('are said to be examples while they are', () => {
    expect(supportLines(view(NOON, { ...SUPPORT, example: true }), t).at(-1)).toBe(
      'These contacts are examples: the owner of this bot still has to fill in its own.',
    );
  });
});
