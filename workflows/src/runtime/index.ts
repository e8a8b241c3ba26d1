export { debtor } from './debtor.ts';
export { enrolment } from './enrolment.ts';
export { importFile as import } from './import.ts';
export { organisation } from './organisation.ts';
