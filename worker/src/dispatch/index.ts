export { deliverMessage } from './deliver-message.ts';
export { dispatchDebtor } from './dispatch-debtor.ts';
export type { DispatchReply } from './reply.ts';
