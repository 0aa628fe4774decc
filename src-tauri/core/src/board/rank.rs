//! The order of rows by hand: a rank lies between two others without touching either.

use std::fmt;

use fractional_index::FractionalIndex;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};

/// A place in an order, as lower-case hexadecimal text in the file. Ranks are not unique, because two
/// copies of a map can hand out the same one: the total order is by rank, then id.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rank(FractionalIndex);

impl Rank {
    /// A rank between two neighbours; `None` is the beginning or the end.
    ///
    /// Where the neighbours share one rank (two copies of a map did the same), there is nothing
    /// between them: the new one takes the same, and its id decides.
    #[must_use]
    pub fn between(above: Option<&Self>, below: Option<&Self>) -> Self {
        Self(match (above, below) {
            (None, None) => FractionalIndex::default(),
            (Some(above), None) => FractionalIndex::new_after(&above.0),
            (None, Some(below)) => FractionalIndex::new_before(&below.0),
            (Some(above), Some(below)) => {
                between(&above.0, &below.0).unwrap_or_else(|| above.0.clone())
            }
        })
    }

    /// `count` ranks in order between two neighbours, spread so that they stay short: halving keeps
    /// 10 000 of them within a dozen bytes, where appending one by one would need 80.
    #[must_use]
    pub fn spread(above: Option<&Self>, below: Option<&Self>, count: usize) -> Vec<Self> {
        fn fill(above: Option<&Rank>, below: Option<&Rank>, count: usize, ranks: &mut Vec<Rank>) {
            if count == 0 {
                return;
            }
            let middle = Rank::between(above, below);
            fill(above, Some(&middle), (count - 1) / 2, ranks);
            ranks.push(middle.clone());
            fill(Some(&middle), below, count - 1 - (count - 1) / 2, ranks);
        }
        let mut ranks = Vec::with_capacity(count);
        fill(above, below, count, &mut ranks);
        ranks
    }
}

/// `FractionalIndex::new_between`, which loses its way where both begin with a byte of 0, as ranks do
/// that were put first some 130 times: what they have in common is set aside first.
fn between(above: &FractionalIndex, below: &FractionalIndex) -> Option<FractionalIndex> {
    if above >= below {
        return None;
    }
    let (above, below) = (above.as_bytes(), below.as_bytes());
    let in_common = above.iter().zip(below).take_while(|(one, other)| one == other).count();
    // The last byte is the mark of the end; each keeps its own.
    let (common, above_rest) = above.split_at(in_common.min(above.len().min(below.len()) - 1));
    let below_rest = below.get(common.len()..)?;
    let rest = FractionalIndex::new_between(
        &FractionalIndex::from_bytes(above_rest.to_vec()).ok()?,
        &FractionalIndex::from_bytes(below_rest.to_vec()).ok()?,
    )?;
    FractionalIndex::from_bytes([common, rest.as_bytes()].concat()).ok()
}

impl fmt::Display for Rank {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_string())
    }
}

impl ToSql for Rank {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(self.0.to_string().into())
    }
}

impl FromSql for Rank {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        FractionalIndex::from_string(value.as_str()?)
            .map(Self)
            .map_err(|error| FromSqlError::Other(format!("{error:?}").into()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_thousand_spread_ranks_are_in_order_and_short() {
        let ranks = Rank::spread(None, None, 10_000);
        assert_eq!(ranks.len(), 10_000);
        assert!(ranks.windows(2).all(|pair| pair[0] < pair[1]));
        assert!(
            ranks.iter().all(|rank| rank.to_string().len() <= 32),
            "{:?}",
            ranks.iter().map(|r| r.to_string().len()).max()
        );
        let texts: Vec<_> = ranks.iter().map(ToString::to_string).collect();
        assert!(texts.windows(2).all(|pair| pair[0] < pair[1]), "text in the file sorts alike");
    }

    #[test]
    fn between_any_two_ranks_there_is_one_however_often_something_was_put_first_or_last() {
        let mut ranks = vec![Rank::between(None, None)];
        for _ in 0..400 {
            ranks.insert(0, Rank::between(None, ranks.first()));
            ranks.push(Rank::between(ranks.last(), None));
        }
        for pair in ranks.windows(2) {
            let (mut above, below) = (pair[0].clone(), &pair[1]);
            for _ in 0..20 {
                let middle = Rank::between(Some(&above), Some(below));
                assert!(above < middle && middle < *below, "{above} {middle} {below}");
                let second = Rank::between(Some(&above), Some(&middle));
                assert!(above < second && second < middle, "{above} {second} {middle}");
                above = middle;
            }
        }
    }

    #[test]
    fn between_ranks_in_the_wrong_order_nothing_breaks() {
        let low = Rank::between(None, Some(&Rank::between(None, None)));
        let high = Rank::between(Some(&low), None);
        assert_eq!(Rank::between(Some(&high), Some(&low)), high);
    }

    #[test]
    fn between_equal_ranks_the_same_rank_is_given() {
        let rank = Rank::between(None, None);
        assert_eq!(Rank::between(Some(&rank), Some(&rank)), rank);
    }
}
