import type { MessageContext } from '../message-context.ts';

/** Consumers may turn to a mediator (C. conso L616-1). */
export function mediatorBlock({ language, debtor, mediator }: MessageContext): string {
  if (debtor.kind !== 'consumer' || mediator === null) return '';
  const lead =
    language === 'fr'
      ? 'En cas de réclamation restée sans solution, vous pouvez saisir gratuitement le médiateur de la consommation'
      : 'If a complaint remains unsolved, you may turn, free of charge, to the consumer mediator';
  return `${lead}${language === 'fr' ? '\u00a0:' : ':'} ${mediator.name}, ${mediator.address}.`;
}
