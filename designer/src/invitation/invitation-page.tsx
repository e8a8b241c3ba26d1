import '../sign-in/sign-in.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useState, type FormEvent } from 'react';
import { useI18n } from '../i18n/index.ts';
import { useProblemText } from '../problem/use-problem-text.ts';
import { problemKind } from '../problem/problem.ts';
import { signOut } from '../session/sign-out.ts';
import { Banner, Button, ErrorState, Field, Icon, Skeleton, TextInput } from '../ui/index.ts';
import { acceptInvitation, lookAtInvitation, type Offer } from './invitation-calls.ts';

/** Behind an invitation's link: what it offers, and how to take it. */
export function InvitationPage() {
  const { t } = useI18n();
  const { token } = useParams({ from: '/invitation/$token' });
  const offer = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => lookAtInvitation(token),
    retry: false,
    staleTime: Infinity,
  });
  useEffect(() => {
    document.title = `${t('organisation.invitation.title')} · ${t('shell.product')}`;
  }, [t]);
  return (
    <div className="sign-in">
      <main className="sign-in-card">
        <span className="shell-mark sign-in-mark">
          <Icon name="relance" />
        </span>
        <h1>{t('organisation.invitation.title')}</h1>
        {offer.data ? (
          <OfferForm offer={offer.data} token={token} />
        ) : offer.error ? (
          <Unreadable error={offer.error} onRetry={() => void offer.refetch()} />
        ) : (
          <Skeleton lines={4} />
        )}
      </main>
    </div>
  );
}

function Unreadable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useI18n();
  const gone = ['not-found', 'bad-request'].includes(problemKind(error));
  return gone ? (
    <Banner tone="warn" title={t('organisation.invitation.unknown')} />
  ) : (
    <ErrorState error={error} onRetry={onRetry} />
  );
}

function OfferForm({ offer, token }: { offer: Offer; token: string }) {
  const { t } = useI18n();
  const { organisation, email, role, known, signedInAs, state } = offer;
  const problemText = useProblemText();
  const [name, setName] = useState(offer.name);
  const [password, setPassword] = useState('');
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token, known ? {} : { name: name.trim(), password }),
    // what the browser knew was another session's
    onSuccess: () => location.assign('/'),
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    accept.mutate();
  }
  const text = t('organisation.invitation.text', { organisation, role: t(`shell.role.${role}`) });
  if (state !== 'open') return <Banner tone="warn" title={t(`organisation.invitation.${state}`)} />;
  if (signedInAs !== null && signedInAs !== email) {
    return (
      <>
        <p>{text}</p>
        <Banner tone="warn" title={t('organisation.invitation.other-account', { email: signedInAs })} />
        <Button icon="sign-out" onClick={() => void signOut()}>
          {t('shell.sign-out')}
        </Button>
      </>
    );
  }
  if (known && signedInAs === null) {
    return (
      <>
        <p>{text}</p>
        <Banner tone="info" title={t('organisation.invitation.sign-in-first', { email })} />
        <Link to="/sign-in" search={{ next: `/invitation/${token}` }} className="ui-button ui-button-primary">
          {t('shell.sign-in.act')}
        </Link>
      </>
    );
  }
  return (
    <>
      <p>{text}</p>
      {accept.error && <Banner tone="danger" title={problemText(accept.error)} />}
      <form onSubmit={submit}>
        <Field label={t('shell.sign-in.email')} readOnly>
          <TextInput type="email" value={email} onChange={() => undefined} autoComplete="username" />
        </Field>
        {!known && (
          <>
            <Field label={t('organisation.invitation.name')}>
              <TextInput value={name} onChange={setName} required maxLength={200} autoComplete="name" />
            </Field>
            <Field label={t('organisation.invitation.password')} hint={t('organisation.invitation.password-hint')}>
              <TextInput
                type="password"
                value={password}
                onChange={setPassword}
                required
                minLength={10}
                maxLength={200}
                autoComplete="new-password"
              />
            </Field>
          </>
        )}
        <Button type="submit" variant="primary" busy={accept.isPending}>
          {t('organisation.invitation.join', { organisation })}
        </Button>
      </form>
    </>
  );
}
