/** What waits to be done outside a request. The queue says only whose turn it is: what there is to do stands in our own tables. */
export const QUEUES = ['imports', 'outbox'] as const;

export type QueueName = (typeof QUEUES)[number];

/** The schema pg-boss keeps to itself. */
export const QUEUE_SCHEMA = 'pgboss';
