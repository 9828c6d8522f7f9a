import { Menu, Text, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconLogout, IconReceipt, IconUserCircle, IconUserCog } from '@tabler/icons-react';
import type { JSX } from 'react';
import { Link, useNavigate } from 'react-router';
import { useLogOut, type Account } from '../session/use-session';
import { useWords } from '../words/use-words';
import styles from './frame.module.css';

/** Who is logged in, for what, and the way out. */
export function AccountMenu({ account }: { readonly account: Account }): JSX.Element {
  const { t } = useWords();
  const place = account.agency?.name ?? account.region?.name ?? t('frame.everywhere');
  return (
    <Menu position="bottom-end" width={260} withArrow>
      <Menu.Target>
        <UnstyledButton className={styles.account}>
          <IconUserCircle size={22} stroke={1.5} aria-hidden />
          <VisuallyHidden>{t('frame.account')}</VisuallyHidden>
          <span>
            <b>{account.name}</b>
            <small>
              {t(`roles.${account.role}`)} · {place}
            </small>
          </span>
          <IconChevronDown size={14} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text size="sm" c="dark">
            {account.name}
          </Text>
          {t(`roles.${account.role}`)} · {place}
          <br />
          {account.login}
        </Menu.Label>
        <Menu.Divider />
        <AccountItem />
        {account.agency && <ReceiptsItem />}
        <LogOutItem />
      </Menu.Dropdown>
    </Menu>
  );
}

function AccountItem(): JSX.Element {
  const { t } = useWords();
  return (
    <Menu.Item component={Link} to="/account" leftSection={<IconUserCog size={16} aria-hidden />}>
      {t('account.title')}
    </Menu.Item>
  );
}

function ReceiptsItem(): JSX.Element {
  const { t } = useWords();
  return (
    <Menu.Item component={Link} to="/receipts" leftSection={<IconReceipt size={16} aria-hidden />}>
      {t('receipts.title')}
    </Menu.Item>
  );
}

function LogOutItem(): JSX.Element {
  const { t } = useWords();
  const logOut = useLogOut();
  const navigate = useNavigate();
  return (
    <Menu.Item
      leftSection={<IconLogout size={16} aria-hidden />}
      onClick={() => void logOut.mutateAsync().then(() => navigate('/overview'))}
    >
      {t('frame.logOut')}
    </Menu.Item>
  );
}
