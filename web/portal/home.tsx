/** What can be done here, by what happened to the person who comes; nothing needs an account to be read. */
import type { ServiceView } from '../../src/server/index.ts';
import { pageWords } from '../shared/i18n/page-words.ts';
import { portalWords } from '../shared/i18n/portal-words.ts';
import { useSpeech } from '../shared/i18n/speech.tsx';
import { Icon } from '../shared/ui/icon.tsx';
import { FailureNote } from '../shared/ui/note.tsx';
import { groupWords } from './groups.ts';
import { Link } from './router.tsx';
import { useResource } from './use-resource.ts';

function ServiceLine({ service }: { readonly service: ServiceView }) {
  const { say } = useSpeech();
  return (
    <li>
      <Link to={`/services/${service.id}`} className="service-line">
        <span>
          <strong>{say(service.title)}</strong>
          <span className="quiet">{say(service.summary)}</span>
        </span>
        <span className="service-minutes quiet numerals">
          {say(portalWords.minutes, { n: service.minutes })}
        </span>
        <Icon name="forward" />
      </Link>
    </li>
  );
}

function Group({
  group,
  services,
}: {
  readonly group: keyof typeof groupWords;
  readonly services: readonly ServiceView[];
}) {
  const { say } = useSpeech();
  const own = services.filter((service) => service.group === group);
  if (own.length === 0) return null;
  return (
    <section className="service-group" aria-labelledby={`group-${group}`}>
      <h3 id={`group-${group}`}>{say(groupWords[group])}</h3>
      <ul>
        {own.map((service) => (
          <ServiceLine key={service.id} service={service} />
        ))}
      </ul>
    </section>
  );
}

function QuickWays() {
  const { say } = useSpeech();
  return (
    <ul className="quick-ways">
      <li>
        <Link to="/services/temporary-permit" className="quick-way go">
          <Icon name="key" />
          <strong>{say(portalWords.lostPermit)}</strong>
          <span>{say(portalWords.lostPermitHint)}</span>
        </Link>
      </li>
      <li>
        <a href="/check" className="quick-way">
          <Icon name="walk" />
          <strong>{say(portalWords.check)}</strong>
          <span>{say(portalWords.checkHint)}</span>
        </a>
      </li>
      <li>
        <a href="/verify" className="quick-way">
          <Icon name="check" />
          <strong>{say(portalWords.verify)}</strong>
          <span>{say(portalWords.verifyHint)}</span>
        </a>
      </li>
    </ul>
  );
}

export function HomePage() {
  const { say } = useSpeech();
  const services = useResource<ServiceView[]>('/v1/services');
  return (
    <>
      <section className="hero">
        <h2>{say(portalWords.heroTitle)}</h2>
        <p>{say(portalWords.heroText)}</p>
        <div className="step-ways">
          <Link to="/me" className="button">
            <Icon name="person" />
            {say(portalWords.myData)}
          </Link>
          <Link to="/help" className="button">
            <Icon name="help" />
            {say(portalWords.help)}
          </Link>
        </div>
      </section>
      <QuickWays />
      <h2 className="section-title">{say(portalWords.allServices)}</h2>
      {services.failure ? <FailureNote answer={services.failure} retry={services.renew} /> : null}
      {services.value || services.failure ? null : <p className="quiet">{say(pageWords.loading)}</p>}
      <div className="service-groups">
        {(Object.keys(groupWords) as (keyof typeof groupWords)[]).map((group) => (
          <Group key={group} group={group} services={services.value ?? []} />
        ))}
      </div>
    </>
  );
}
