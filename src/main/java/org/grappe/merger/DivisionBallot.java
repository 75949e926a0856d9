package org.grappe.merger;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** What the general assembly of a cluster decides of its division, or is to decide. */
@Entity
@Table(name = "division_ballots")
@AttributeOverride(name = "about", column = @Column(name = "division", updatable = false))
class DivisionBallot extends AnyBallot {}
