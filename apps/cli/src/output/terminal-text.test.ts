import { terminalLine, terminalText } from './terminal-text';

describe('terminalText', () => {
  it('lets nothing through that a terminal obeys', () => {
    expect(terminalText('\u001b[31m红\u001b]0;title\u0007\r\n总计\t1')).toBe('\uFFFD[31m红\uFFFD]0;title\uFFFD\uFFFD\n总计 1');
    expect(terminalText('\u009b2J')).toBe('\uFFFD2J');
  });

  it('takes marks away that turn the direction of writing', () => {
    expect(terminalText('a\u202Eb\u2066c\uFEFF')).toBe('abc');
  });

  it('puts a file name in one line', () => {
    expect(terminalLine('a\nb.docx')).toBe('a b.docx');
  });
});
