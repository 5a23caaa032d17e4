//! A list for each of some things, all lists in one.

/// A list for each of some things that are numbered from 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Each<T> {
    all: Vec<T>,
    /// Where each list ends.
    ends: Vec<u32>,
}

impl<T> Default for Each<T> {
    fn default() -> Self {
        Self { all: Vec::new(), ends: Vec::new() }
    }
}

impl<T> Each<T> {
    /// Adds the list of the next thing.
    pub fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.all.extend(list);
        self.ends.push(self.all.len() as u32);
    }

    /// The same in no more memory than it needs.
    #[must_use]
    pub fn fitted(mut self) -> Self {
        self.all.shrink_to_fit();
        self.ends.shrink_to_fit();
        self
    }

    /// The list of a thing.
    pub fn of(&self, at: usize) -> &[T] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.all[start as usize..self.ends[at] as usize]
    }

    /// Changes each member of each list.
    pub fn change(&mut self, change: impl FnMut(&mut T)) {
        self.all.iter_mut().for_each(change);
    }

    /// For how many things there is a list.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl<T: Copy> Each<T> {
    /// Members of so many lists, each with the number of the list that it belongs to: every list
    /// is in the order in which its members come.
    pub fn sorted(lists: usize, members: impl Iterator<Item = (usize, T)> + Clone) -> Self {
        let mut ends = vec![0; lists];
        members.clone().for_each(|(list, _)| ends[list] += 1);
        let mut all = 0;
        ends.iter_mut().for_each(|end| all += std::mem::replace(end, all));
        let Some((_, any)) = members.clone().next() else { return Self { all: Vec::new(), ends } };
        let mut sorted = vec![any; all as usize];
        members.for_each(|(list, member)| {
            sorted[ends[list] as usize] = member;
            ends[list] += 1;
        });
        Self { all: sorted, ends }
    }
}

impl<T> FromIterator<Vec<T>> for Each<T> {
    fn from_iter<I: IntoIterator<Item = Vec<T>>>(lists: I) -> Self {
        let mut each = Self::default();
        lists.into_iter().for_each(|list| each.push(list));
        each
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_list_keeps_the_order_of_its_members() {
        let members = [(2, 'a'), (0, 'b'), (2, 'c'), (3, 'd'), (0, 'e')];
        let sorted = Each::sorted(5, members.into_iter());
        assert_eq!(sorted, [vec!['b', 'e'], vec![], vec!['a', 'c'], vec!['d'], vec![]].into_iter().collect());
        assert_eq!((sorted.of(1), sorted.of(2)), (&[][..], &['a', 'c'][..]));
        assert_eq!(Each::<char>::sorted(2, std::iter::empty()).of(1), &[]);
    }
}
