/** Something the person at the terminal can put right: shown as words, without a stack. */
export class Trouble extends Error {
  /** @param {string} chinese @param {string} english */
  constructor(chinese, english) {
    super(`${chinese}\n${english}`);
    this.name = 'Trouble';
  }
}
