/** How a check ended, in words: what it means, what can be done, and the other ways; never a bare error. */
import type { ReactNode } from 'react';
import { realNameWords } from '../../shared/i18n/identity-words.ts';
import { useSpeech } from '../../shared/i18n/speech.tsx';
import { Icon, type IconName } from '../../shared/ui/icon.tsx';

export function OtherWays() {
  const { say } = useSpeech();
  return (
    <div className="acct-ways">
      <h3>{say(realNameWords.ways)}</h3>
      <ul>
        <li>
          <Icon name="officer" />
          {say(realNameWords.wayCounter)}
        </li>
        <li>
          <Icon name="help" />
          {say(realNameWords.wayHotline)}
        </li>
      </ul>
    </div>
  );
}

export function OutcomeNote(props: {
  readonly icon: IconName;
  readonly title: string;
  readonly hint?: string | undefined;
  /** Whether to show the counter and the hotline. */
  readonly ways?: boolean;
  readonly children?: ReactNode;
}) {
  return (
    <div className="acct-outcome" role="status" data-good={props.icon === 'check' || undefined}>
      <h2>
        <Icon name={props.icon} />
        {props.title}
      </h2>
      {props.hint ? <p>{props.hint}</p> : null}
      {props.children}
      {props.ways ? <OtherWays /> : null}
    </div>
  );
}
