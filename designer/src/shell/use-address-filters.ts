import { useNavigate, useSearch } from '@tanstack/react-router';

type Filters = Partial<Record<string, string>>;

/** The filters of a page live in its address, as texts: a view can be linked to and survives a reload. */
export function useAddressFilters(): [Filters, (change: Filters) => void] {
  const filters: Filters = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: Filters): void => {
    const search = Object.fromEntries(Object.entries({ ...filters, ...next }).filter(([, value]) => value));
    void navigate({ to: '.', search, replace: true });
  };
  return [filters, change];
}
