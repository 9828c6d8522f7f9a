import { CELLS, FORMS } from '@gongkai/catalogue';
import { readDocument } from '../formats/document-formats';
import { findSections } from '../narrative/find-sections';
import { readTables } from './read-tables';

const read = async (text: string) => readTables(findSections(await readDocument(new TextEncoder().encode(text)), FORMS), FORMS, CELLS);
const stateOf = ({ readings }: Awaited<ReturnType<typeof read>>, id: string) => readings.find(({ cell }) => cell === id)?.state;

describe('a table that names its cells', () => {
  it('says of each which nothing it is, or how many', async () => {
    const tables = await read('text,cell\n,s3/granted/total\n/,s3/carried_in/total\n0,s3/other_misc/total\n7,s3/new_received/total\n');
    expect(tables.chosen.s3.claims?.form.id).toBe('gb2021_30');
    const states = ['granted', 'carried_in', 'other_misc', 'new_received'].map((row) => stateOf(tables, `s3/${row}/total`));
    expect(states).toEqual(['blank', 'mark', 'number', 'number']);
    expect(tables.doubts.filter(({ cell }) => cell === 's3/granted/total')).toEqual([]);
  });

  it('goes on behind an empty row, and before a table that people read', async () => {
    const tables = await read('cell,text\ns3/other_misc/total,1\n\ns3/granted/total,2\n\n项目,备注,合计\n其他,无,9\n');
    expect(stateOf(tables, 's3/granted/total')).toBe('number');
    expect(tables.doubts.map(({ code }) => code)).not.toContain('cell_unrecognised');
  });

  it('leaves the form open where both have all the cells named', async () => {
    const tables = await read('cell,text\ns3/new_received/total,7\n');
    expect(tables.chosen.s3.doubts.map(({ code }) => code)).toEqual(['form_unrecognised']);
    expect(tables.readings).toEqual([]);
  });

  it('is doubted where the form has no such cell, or none has', async () => {
    const { doubts, residue } = await read(
      'cell;text\ns3/other_misc/total;1\ns3/other_misc/natural_person;1\ns3/other_processing/total;5\ntotal;6\n',
    );
    const unknown = doubts.filter(({ code }) => code === 'cell_unrecognised');
    expect(unknown.map(({ text, section, place }) => [text, section, place?.line])).toEqual([
      ['s3/other_processing/total', 's3', 4],
      ['total', null, 5],
    ]);
    expect(residue.map(({ raw }) => raw)).toEqual(['5', '6']);
  });
});
