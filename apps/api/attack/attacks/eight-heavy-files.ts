import { zipSync } from 'fflate';
import type { Attack } from '../attack';
import { sendQuestion, refusalOf } from '../ask';

const VALIDATE = `mutation ($input: ReportInput!) { validateReport(input: $input) { __typename ... on Refusal { code } } }`;
const ROWS = 12_000;
const AT_ONCE = 8;

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const cell = '<w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc>';
const page = `<w:document xmlns:w="${WORD}"><w:body><w:tbl>${`<w:tr>${cell.repeat(10)}</w:tr>`.repeat(ROWS)}</w:tbl></w:body></w:document>`;
const types = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const rels = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const HEAVY = Buffer.from(
  zipSync({ '[Content_Types].xml': bytes(types), '_rels/.rels': bytes(rels), 'word/document.xml': bytes(page) }, { level: 9 }),
);

/** Files of some tens of kilobytes that take long to read, eight at once, by nobody in particular. */
export const eightHeavyFiles: Attack = async (address) => {
  const file = { name: 'report.docx', content: HEAVY };
  const sent = Array.from({ length: AT_ONCE }, () =>
    sendQuestion<object>(address, { query: VALIDATE, variables: { input: { file: null } }, file }),
  );
  const heard = await Promise.all(sent);
  return { refusedWith: [...new Set(heard.map(refusalOf))].sort().join('+') };
};
