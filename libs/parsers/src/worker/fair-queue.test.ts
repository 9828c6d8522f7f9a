import { FairQueue } from './fair-queue';

describe('a fair queue', () => {
  const enter = (queue: FairQueue, begun: string[], from: string, name: string, signal?: AbortSignal): Promise<boolean> =>
    queue.enter({ from, signal }).then((entered) => {
      if (entered) begun.push(name);
      return entered;
    });
  const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

  it('gives askers their turns one after the other, however many works one of them has in line', async () => {
    const queue = new FairQueue(1);
    const begun: string[] = [];
    for (const name of ['a1', 'a2', 'a3', 'a4', 'b1', 'c1', 'b2']) void enter(queue, begun, name.charAt(0), name);
    for (let turn = 0; turn < 7; turn += 1) {
      await settle();
      queue.leave();
    }
    expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'b2', 'a4']);
    await settle();
    expect(await queue.enter({ from: 'a' })).toBe(true);
  });

  it('turns away who finds the line full, and one asker from half of it', async () => {
    const queue = new FairQueue(2, 4);
    const begun: string[] = [];
    const asked = ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c'].map((from, at) => enter(queue, begun, from, `${from}${at}`));
    await settle();
    for (let turn = 0; turn < 8; turn += 1) queue.leave();
    expect(await Promise.all(asked)).toEqual([true, true, true, true, false, true, true, false]);
  });

  it('lets the patient stand behind a full line, and takes no room for them', async () => {
    const queue = new FairQueue(1, 2);
    const begun: string[] = [];
    const patient = async (name: string): Promise<void> => {
      if (await queue.enter({ from: 'import', patient: true })) begun.push(name);
    };
    await enter(queue, begun, 'a', 'a1');
    for (const name of ['i1', 'i2', 'i3']) void patient(name);
    const asked = [enter(queue, begun, 'b', 'b1'), enter(queue, begun, 'c', 'c1'), enter(queue, begun, 'd', 'd1')];
    void patient('i4');
    for (let turn = 0; turn < 7; turn += 1) {
      await settle();
      queue.leave();
    }
    expect(await Promise.all(asked)).toEqual([true, true, false]);
    expect(begun).toEqual(['a1', 'i1', 'b1', 'c1', 'i2', 'i3', 'i4']);
  });

  it('forgets who hangs up, in line or before', async () => {
    const queue = new FairQueue(1, 2);
    const begun: string[] = [];
    const [first, second] = [new AbortController(), new AbortController()];
    await enter(queue, begun, 'a', 'a');
    const gone = enter(queue, begun, 'b', 'b', first.signal);
    const stays = enter(queue, begun, 'c', 'c', second.signal);
    first.abort(new Error('hung up'));
    await expect(gone).rejects.toThrow('hung up');
    queue.leave();
    expect(await stays).toBe(true);
    await expect(queue.enter({ from: 'b', signal: first.signal })).rejects.toThrow('hung up');
    expect(begun).toEqual(['a', 'c']);
  });
});
